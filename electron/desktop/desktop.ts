/** A removable drive that is plugged in. */
export interface Drive {
  /** Mount point, or drive letter with a backslash. */
  readonly path: string;
  readonly label: string;
  readonly fileSystem: string;
  readonly freeBytes: number;
  readonly totalBytes: number;
  readonly readOnly: boolean;
}

export interface Printer {
  readonly name: string;
  readonly shown: string;
  readonly isDefault: boolean;
}

/** The questions that only a person answers, in a dialog of the system. */
export interface Dialogs {
  /** null when the person cancels. */
  chooseFolder(title: string): Promise<string | null>;
  /** Images and PDFs that exist; none when the person cancels. */
  chooseFiles(title: string): Promise<readonly string[]>;
  /** Asks before an existing file is replaced; null when the person cancels. */
  chooseSaveFile(title: string, suggestedName: string): Promise<string | null>;
}

/** Everything around the program that the page may use through the gateway. */
export interface Desktop extends Dialogs {
  drives(): Promise<readonly Drive[]>;
  printers(): Promise<readonly Printer[]>;
  /** Hands a PDF to a printer's queue; fails `no_printer` or `print_failed`. */
  print(file: string, printer: string, copies: number): Promise<void>;
}
