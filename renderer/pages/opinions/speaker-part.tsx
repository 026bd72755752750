import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { Speaker } from '../../../shared/api/opinions.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { useMay } from '../../app/session.tsx';
import { call, onEvent } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';

/** Who waits for a written answer: hidden until asked for by someone who answers; each look is recorded. */
export function SpeakerPart({ id }: { readonly id: number }) {
  const mayAnswer = useMay('opinions.answer');
  const [speaker, setSpeaker] = useState<Speaker | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  // Whoever unlocks the program looks anew, and that look is recorded too.
  useEffect(() => onEvent((event) => event.type === 'session' && setSpeaker(null)), []);
  const reveal = async () => {
    try {
      setSpeaker(await call('opinions.reveal_speaker', { id }));
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return (
    <Box
      component="section"
      aria-label="Người cần trả lời bằng văn bản"
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 2,
        p: 3,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      <Typography sx={{ fontWeight: 600 }}>Có người chờ trả lời bằng văn bản</Typography>
      {speaker && (
        <Typography>
          {speaker.full_name}, {speaker.address}
        </Typography>
      )}
      {!speaker && mayAnswer && (
        <Box>
          <Button variant="outlined" onClick={() => void reveal()}>
            Xem họ tên, địa chỉ (ghi nhật ký)
          </Button>
        </Box>
      )}
      {!mayAnswer && <Typography color="textSecondary">Chỉ người trả lời ý kiến xem được.</Typography>}
      <FailureNotice failure={failure} />
    </Box>
  );
}
