import type { CallOutput, ParsedInput } from '../../../shared/api.ts';
import {
  isToReduce,
  mostReducedBytes,
  reducedSide,
  requireIntake,
  type Intake,
} from '../../../shared/attachments/intake.ts';
import { fail } from '../../../shared/failure.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { bearsSecrecy, secrecyRefused } from '../../../shared/records/secrecy.ts';
import { cleanText } from '../../../shared/vietnamese/text.ts';
import { readChosenFileShared } from '../../desktop/chosen-file.ts';
import type { CallContext } from '../context.ts';
import type { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { Office } from '../office/office.ts';
import { localDay } from '../office/wording.ts';
import { requireNoRefusal } from '../records/refusals.ts';
import { insertRecord, rowOf, type Row } from '../records/record-writer.ts';
import { nameOf } from './file-cipher.ts';
import { keepFile } from './files.ts';
import { attachmentsInTurn } from './in-turn.ts';
import { checkPdfAside } from './pdf-check-aside.ts';
import { requirePhoto } from './photo-stage.ts';
import { alreadyThere, requireMayRead } from './rows.ts';
import { secretsFor } from './secrets.ts';

type AddInput = ParsedInput<'attachments.add'>;
const longestName = 160;

/** A file's name as it is shown: one clean line, its extension kept where it is too long. */
export function shownFileName(name: string): string {
  const clean = cleanText(name) || 'tep';
  if (clean.length <= longestName) return clean;
  const extension = /\.[^.\s]{1,10}$/.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, longestName - extension.length - 1)}…${extension}`;
}

/** The opinion that a file would belong to, directly or by one of its steps. */
function opinionBehind(database: Database, kind: KindName, owner: Row): Row | null {
  if (kind === 'opinion') return owner;
  return kind === 'opinion_step' ? rowOf(database, 'opinion', Number(owner['opinion_id'])) : null;
}

function requireOwner(database: Database, kind: KindName, id: number): void {
  if (kind === 'attachment') fail('bad_input', 'Tệp đính kèm phải thuộc một bản ghi.');
  const owner = rowOf(database, kind, id);
  if (owner.voided_at !== null)
    fail('conflict', 'Bản ghi này đã bị hủy. Hãy khôi phục bản ghi trước khi thêm tệp.', {
      safe: 'Tệp gốc trên máy không bị thay đổi.',
    });
  if (opinionBehind(database, kind, owner)?.['status'] === 'transferred')
    fail('conflict', 'Ý kiến này đã chuyển quy trình khác: chỉ giữ nơi chuyển, ngày và số, không giữ tệp.', {
      safe: 'Tệp gốc trên máy không bị thay đổi.',
    });
}

/** What the page made of an image: a JPEG no larger than agreed, whatever the page says. */
function requireReduced(bytes: Uint8Array): Intake {
  if (bytes.length > mostReducedBytes) fail('bad_input', 'Ảnh thu nhỏ quá lớn, chương trình không nhận.');
  const intake = requireIntake(bytes);
  if (intake.mediaType !== 'image/jpeg' || isToReduce(intake))
    fail('bad_input', `Ảnh thu nhỏ phải là JPEG, tối đa ${reducedSide} điểm ảnh mỗi cạnh.`);
  return intake;
}

/** What can be told at once is told before a PDF is looked over, which takes seconds. */
async function requireWhole(
  office: Office,
  bytes: Buffer<SharedArrayBuffer>,
  { original, owner_kind, photo_stage }: AddInput,
): Promise<Intake> {
  const intake = requireIntake(bytes);
  if (photo_stage !== null) requirePhoto(owner_kind, intake.mediaType);
  if (intake.mediaType === 'application/pdf') await checkPdfAside(office, bytes);
  if (!original && isToReduce(intake))
    fail('invalid', 'Ảnh này lớn hơn 2.048 điểm ảnh: cần thu nhỏ, hoặc chọn giữ bản gốc.');
  return intake;
}

/** The bytes that are kept and what they are. */
async function bytesToKeep(office: Office, input: AddInput, path: string) {
  const { reduced, original, owner_kind, photo_stage } = input;
  if (reduced === null) {
    const plain = await readChosenFileShared(path);
    return { plain, intake: await requireWhole(office, plain, input) };
  }
  if (original) fail('bad_input', 'Không thể vừa giữ bản gốc vừa thu nhỏ.');
  const intake = requireReduced(reduced);
  if (photo_stage !== null) requirePhoto(owner_kind, intake.mediaType);
  return { plain: reduced, intake };
}

/**
 * Attaches a chosen file to a record. The file is durable before the record names it: a power cut leaves at most a
 * file without a name. Fails with `invalid` for what may not be attached, `duplicate` where the record has it.
 */
export async function addAttachment(
  input: AddInput,
  context: CallContext,
): Promise<CallOutput<'attachments.add'>> {
  const { office, chosen } = context;
  const { database } = office;
  const { user_id, role } = office.requireSession();
  const { owner_kind, owner_id } = input;
  requireMayRead(owner_kind, role);
  requireOwner(database, owner_kind, owner_id);
  const { path, shown } =
    chosen[input.file] ?? fail('bad_input', 'Tệp đã chọn không còn được nhớ, hãy chọn lại.');
  const told = { file_name: shownFileName(shown), note: input.note };
  requireNoRefusal(owner_kind, told);
  if (Object.values(told).some((text) => text !== null && bearsSecrecy(text)))
    fail('invalid', secrecyRefused, { safe: 'Tệp gốc trên máy không bị thay đổi.' });
  const { plain, intake } = await bytesToKeep(office, input, path);
  return attachmentsInTurn(office, async () => {
    const requireSame = () => {
      if (office.isOpen && office.database === database && office.session?.user_id === user_id) return;
      fail('conflict', 'Cơ sở dữ liệu đã đóng hoặc đã đổi trong lúc lưu tệp. Hãy làm lại.');
    };
    requireSame();
    const secrets = secretsFor(database);
    const keyed_hash = await nameOf(secrets[0], plain);
    requireSame();
    if (alreadyThere(database, owner_kind, owner_id, keyed_hash))
      fail('duplicate', 'Tệp này đã được đính kèm vào bản ghi này.', {
        safe: 'Không có gì bị thêm hai lần.',
      });
    await keepFile(office.paths.attachments, keyed_hash, secrets, plain);
    requireSame();
    requireOwner(database, owner_kind, owner_id);
    const unit = new UnitOfWork();
    const row = insertRecord(
      database,
      unit,
      'attachment',
      {
        owner_kind,
        owner_id,
        added_on: localDay(new Date()),
        ...told,
        media_type: intake.mediaType,
        byte_count: plain.length,
        width: intake.size?.width ?? null,
        height: intake.size?.height ?? null,
        original_kept: input.reduced === null,
        keyed_hash,
        photo_stage: input.photo_stage,
      },
      { userId: user_id, at: database.now() },
    );
    database.commit(unit);
    return { id: row.id, version: row.version };
  });
}
