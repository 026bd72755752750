import { samplePassword } from '../../shared/sample.ts';

/** The password of the practice records. */
export function SampleHint() {
  return (
    <div className="notice late">
      <p>
        DỮ LIỆU MẪU. Mật khẩu để tập: <strong>{samplePassword}</strong>
      </p>
    </div>
  );
}
