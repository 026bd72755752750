import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { dateInWords, today } from '../../components/words.ts';
import { UndoBar } from '../../records/undo-bar.tsx';
import { undoReason, useUndo } from '../../records/use-undo.ts';
import { OpinionForm } from './opinion-form.tsx';
import { OpinionLines } from './opinion-lines.tsx';
import { useTopics } from './use-topics.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { showField, valueOf } from '../../records/value.ts';

interface Props {
  readonly forum: ShownRecord;
  readonly onBack: () => void;
  readonly onMinutes: () => void;
}

/** A forum's opinions, typed one after the other: the form at the left, what has been typed at the right. */
export function OpinionEntry({ forum, onBack, onMinutes }: Props) {
  const [round, setRound] = useState(0);
  const { topics, failure } = useTopics();
  const opinions = useCall('opinions.of_forum', { forum_id: forum.id }, { deps: [round] });
  const changed = () => setRound((before) => before + 1);
  const undo = useUndo(changed);
  useKeys([
    { key: 'F8', label: 'Biên bản', run: onMinutes },
    { key: 'Escape', label: 'Về danh sách', run: onBack },
  ]);
  const held = valueOf(forum, 'held_on');
  const day = typeof held === 'string' ? held : today();
  return (
    <>
      <PageHeader
        title="Ý kiến tại diễn đàn"
        detail={`Ngày ${dateInWords(day)}, ${showField(kindOf('forum'), 'place', forum)}. Enter sang ô sau, Ctrl+Enter lưu.`}
      >
        <Button variant="outlined" onClick={onMinutes}>
          Biên bản
        </Button>
        <Button variant="outlined" onClick={onBack}>
          Về danh sách
        </Button>
      </PageHeader>
      <FailureNotice failure={failure ?? opinions.failure} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '7fr 5fr', gap: 4, flex: 1, minHeight: 0 }}>
        <Paper variant="outlined" sx={{ p: 4, overflow: 'auto' }}>
          <OpinionForm
            forumId={forum.id}
            topics={topics}
            day={day}
            onAdd={async (opinion, speaker) => {
              const added = await call('opinions.add', { ...opinion, forum_id: forum.id, speaker });
              const { id, version } = added;
              undo.done(`Đã thêm ý kiến ${added.position}.`, () =>
                call('opinions.void', { id, version, reason: undoReason }),
              );
              changed();
            }}
          />
        </Paper>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, minHeight: 0 }}>
          <UndoBar state={undo} />
          <OpinionLines opinions={opinions.value ?? []} />
        </Box>
      </Box>
    </>
  );
}
