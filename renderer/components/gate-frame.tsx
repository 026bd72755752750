import type { ReactNode } from 'react';

interface Props {
  readonly office?: string | null | undefined;
  readonly version?: string | undefined;
  /** Stands under the name on the green side: steps, what happened … */
  readonly side?: ReactNode;
  readonly children: ReactNode;
}

/** The dress of the pages before the workspace: the program's name on deep green, the work beside it. */
export function GateFrame({ office, version, side, children }: Props) {
  return (
    <div className="gate">
      <header className="gate-side">
        <h1>Ba Yên</h1>
        <p>{office ?? 'Sổ sách phong trào Toàn dân bảo vệ an ninh Tổ quốc'}</p>
        {side ?? <Peaces />}
        {version !== undefined && (
          <p className="gate-foot">Phiên bản {version} · Dữ liệu chỉ nằm trên máy này, không qua mạng.</p>
        )}
      </header>
      <main className="gate-main">{children}</main>
    </div>
  );
}

/** What the three in the name are. */
function Peaces() {
  return (
    <ul className="gate-peaces">
      <li>Yên lòng dân</li>
      <li>Yên địa bàn</li>
      <li>Yên biên giới</li>
    </ul>
  );
}
