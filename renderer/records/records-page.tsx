import { useState, type ReactNode } from 'react';
import type { KindName } from '../../shared/records/index.ts';
import { kindOf } from '../../shared/records/index.ts';
import { useAsked } from '../app/navigation.tsx';
import { useMay } from '../app/session.tsx';
import type { Values } from './declared-form.tsx';
import type { ListFilter } from './filters.ts';
import { ListFrame } from './list-frame.tsx';
import { RecordForm, type SavedRecord } from './record-form.tsx';
import { RecordList } from './record-list.tsx';
import { RecordPage, type RecordPageProps } from './record-page.tsx';
import { SidePanel } from './side-panel.tsx';
import { capital } from './value.ts';

export interface RecordsPageProps {
  readonly kind: KindName;
  readonly title: string;
  readonly detail?: ReactNode;
  /** What a new record proposes. */
  readonly propose?: (() => Values) | undefined;
  /** What the list is narrowed to at first. */
  readonly narrowed?: Partial<ListFilter> | undefined;
  /** Stands in the header, beside the way to a new one. */
  readonly buttons?: ReactNode;
  /** What has to be told before the list; another `round` where something was saved. */
  readonly notice?: ((round: number) => ReactNode) | undefined;
  readonly actions?: RecordPageProps['actions'];
  readonly more?: RecordPageProps['more'];
}

type Beside = { readonly id: number; readonly saved?: SavedRecord } | 'new' | null;

/** A whole page for a kind without a life of its own: its list, and beside it the record or the form. */
export function RecordsPage({
  kind: name,
  title,
  detail,
  propose,
  narrowed,
  buttons,
  notice,
  actions,
  more,
}: RecordsPageProps) {
  const kind = kindOf(name);
  const [beside, setBeside] = useState<Beside>(null);
  const [round, setRound] = useState(0);
  const mayWrite = useMay(kind.writeRight ?? 'records.write') && !kind.ownCalls;
  useAsked(({ id, create }) => {
    if (typeof id === 'number') setBeside({ id });
    else if (create !== undefined && mayWrite) setBeside('new');
  });
  const close = () => setBeside(null);
  const changed = () => setRound((before) => before + 1);
  const add = mayWrite ? { label: `Thêm ${kind.label}`, run: () => setBeside('new') } : undefined;
  return (
    <ListFrame title={title} detail={detail} buttons={buttons} add={add} notice={notice?.(round)}>
      <RecordList
        kind={name}
        {...(narrowed ? { initial: narrowed } : {})}
        onOpen={(record) => setBeside({ id: record.id })}
        openId={beside !== null && beside !== 'new' ? beside.id : undefined}
        add={add}
        round={round}
      />
      {beside === 'new' && (
        <SidePanel title={capital(`${kind.label} mới`)} onClose={close}>
          <RecordForm
            kind={name}
            initial={propose?.()}
            onSaved={(saved) => {
              changed();
              setBeside({ id: saved.id, saved });
            }}
            onCancel={close}
          />
        </SidePanel>
      )}
      {beside !== null && beside !== 'new' && (
        <RecordPage
          key={beside.id}
          kind={name}
          id={beside.id}
          justSaved={beside.saved}
          onClose={close}
          onChanged={changed}
          {...(actions ? { actions } : {})}
          {...(more ? { more } : {})}
        />
      )}
    </ListFrame>
  );
}
