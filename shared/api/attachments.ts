import { z } from 'zod';
import { mediaTypes } from '../attachments/image-header.ts';
import { mostReducedBytes } from '../attachments/intake.ts';
import { photoStages } from '../records/attachment.ts';
import { kindNames } from '../records/index.ts';
import { countSchema, idSchema, keysOf, noteSchema, reasonSchema, tokenSchema } from './common.ts';
import { dataCall, dataJob, desktopCall } from './define.ts';
import { nothing } from './common.ts';

const owner = { owner_kind: z.enum(kindNames), owner_id: idSchema };
const mediaType = z.enum(keysOf(mediaTypes));
const pixels = z.int().positive().nullable();
/** Of a house's photo: before or after it was built; null where that is not said, and for anything else. */
const photoStage = z.enum(keysOf(photoStages)).nullable();

/** An attachment as a record's page shows it. */
export const attachmentSchema = z.object({
  id: idSchema,
  version: z.int(),
  file_name: z.string(),
  media_type: mediaType,
  byte_count: countSchema,
  width: pixels,
  height: pixels,
  original_kept: z.boolean(),
  note: z.string().nullable(),
  photo_stage: photoStage,
  created_at: z.string(),
  /** Full name of who attached it. */
  created_by: z.string(),
  voided_at: z.string().nullable(),
  void_reason: z.string().nullable(),
  /** Its file is gone or of another size; whether its content is right is known when it is opened. */
  missing: z.boolean(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

const changed = z.object({ id: idSchema, version: z.int() });

export const attachmentCalls = {
  /** The attachments of a record, voided ones last. */
  'attachments.list': dataCall({ access: 'records.read' }, z.object(owner), z.array(attachmentSchema)),
  /** The person chooses files in a dialog of the system; none when she cancels. */
  'attachments.choose': desktopCall(
    { access: 'records.write' },
    nothing,
    z.array(z.object({ file: tokenSchema, shown: z.string(), byte_count: countSchema })),
  ),
  /**
   * What a chosen file is, by its bytes. An image that is to be reduced has a one-time address from which the page
   * gets it.
   */
  'attachments.look': desktopCall(
    { access: 'records.write' },
    z.object({ file: tokenSchema, original: z.boolean() }),
    z.object({ media_type: mediaType, width: pixels, height: pixels, address: z.string().nullable() }),
  ),
  /**
   * Attaches a chosen file to a record: the file itself, byte for byte, or what the page made of it (`reduced`, a
   * JPEG of at most 2048 pixels a side).
   */
  'attachments.add': dataCall(
    { access: 'records.write', fileTokens: ['file'], maxBytes: mostReducedBytes + 10_000 },
    z.object({
      ...owner,
      file: tokenSchema,
      original: z.boolean(),
      reduced: z.instanceof(Uint8Array).nullable().default(null),
      note: noteSchema,
      photo_stage: photoStage.default(null),
    }),
    changed,
  ),
  /** Says of a house's photo whether it shows the time before or after, or takes that back. */
  'attachments.set_photo_stage': dataCall(
    { access: 'records.write' },
    z.object({ id: idSchema, version: z.int(), photo_stage: photoStage }),
    changed,
  ),
  'attachments.void': dataCall(
    { access: 'records.void' },
    z.object({ id: idSchema, version: z.int(), reason: reasonSchema }),
    changed,
  ),
  'attachments.restore': dataCall(
    { access: 'records.void' },
    z.object({ id: idSchema, version: z.int(), reason: reasonSchema }),
    changed,
  ),
  /** Opens an attachment whole and checked; a one-time address gives its bytes. */
  'attachments.address': desktopCall(
    { access: 'records.read' },
    z.object({ id: idSchema }),
    z.object({ address: z.string(), media_type: mediaType }),
  ),
  /** Reads every file that a record names; tells which are missing, damaged or not to be read. */
  'attachments.check': dataJob(
    { access: 'backup.make' },
    nothing,
    z.object({
      files: countSchema,
      /** Files at fault, each counted once whoever names it. */
      count: z.object({ missing: countSchema, damaged: countSchema, unreadable: countSchema }),
      /** The first thousand of them, with the first few of the records that name each. */
      faults: z.array(
        z.object({
          fault: z.enum(['missing', 'damaged', 'unreadable']),
          named_by: countSchema,
          owners: z.array(z.object({ ...owner, file_name: z.string() })),
        }),
      ),
    }),
  ),
};
