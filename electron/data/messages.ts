import type { MediaType } from '../../shared/attachments/image-header.ts';
import type { Answer } from '../../shared/failure.ts';
import type { UnnumberedEvent } from '../../shared/events.ts';

/** A file or folder that the person chose, or a drive that was listed, behind a token. */
export interface ChosenPath {
  readonly path: string;
  /** The folder lies on a removable drive (its root or below). */
  readonly removable: boolean;
  /** Label and drive letter or mount point, for showing. */
  readonly shown: string;
}

/** Where the data process finds its things; sent once, first of all. */
export interface DataConfig {
  readonly programVersion: string;
  /** Unit catalogue, sample year … (`resources/` as shipped). */
  readonly resources: string;
  /** The folder with the TrueType files of Tinos. */
  readonly fonts: string;
  /** The bundle that the worker thread runs. */
  readonly worker: string;
  /** This Windows user's own folder: holds only which database folder was opened last. */
  readonly userData: string;
  /** Where a new office's database goes unless another folder is chosen. */
  readonly defaultFolder: string;
}

/** Main side → data process. */
export type ToData =
  | { readonly type: 'start'; readonly config: DataConfig }
  | {
      readonly type: 'call';
      readonly id: number;
      readonly name: string;
      /** Already validated by the gateway. */
      readonly input: unknown;
      /** token → path, for the tokens in this input. */
      readonly chosen: Readonly<Record<string, ChosenPath>>;
    }
  /** Where a made document lies: for showing, saving, printing on the desktop side. */
  | { readonly type: 'document'; readonly id: number; readonly documentId: string }
  /** The bytes of an attachment, for whoever is logged in. */
  | { readonly type: 'attachment'; readonly id: number; readonly attachmentId: number }
  | { readonly type: 'audit_print'; readonly documentId: string; readonly action: 'print' | 'save' }
  /** The machine sleeps or its screen is locked: nobody is at the desk. */
  | { readonly type: 'lock' }
  /** Somebody touched key or mouse. */
  | { readonly type: 'person_active' }
  /** Close the database and exit. */
  | { readonly type: 'stop' };

/** Data process → main side. */
export type FromData =
  | { readonly type: 'started' }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'event'; readonly event: UnnumberedEvent }
  | { readonly type: 'stopped' };

/** The answer to an `attachment` message: plain bytes, which never lie on the disk. */
export interface AttachmentBytes {
  readonly bytes: Uint8Array;
  readonly contentType: MediaType;
}

/** What a made document is, as its file's name ends. */
export type DocumentFormat = 'pdf' | 'xlsx';

/** The answer to a `document` message. */
export interface DocumentFile {
  readonly path: string;
  readonly format: DocumentFormat;
}
