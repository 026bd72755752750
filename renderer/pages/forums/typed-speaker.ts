import type { Speaker } from '../../../shared/api/opinions.ts';
import { fail } from '../../../shared/failure.ts';
import type { SpeakerRefs } from './speaker-inputs.tsx';

/** Who stands in the two inputs, read when it is sent and never before. Fails `invalid` where one is empty. */
export function typedSpeaker({ name, address }: SpeakerRefs): Speaker {
  const empty = [name, address].find(({ current }) => !current?.value.trim());
  if (empty) {
    empty.current?.focus();
    fail('invalid', 'Cần ghi cả họ tên và địa chỉ.');
  }
  return { full_name: name.current?.value ?? '', address: address.current?.value ?? '' };
}
