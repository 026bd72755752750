import { join } from 'node:path';
import { fail } from '../../../shared/failure.ts';
import { readEnvelope, type Envelope } from '../database/key-envelope.ts';
import { finishBrokenSwap, isSwapUnfinished, unfinishedSwap } from '../database/swap.ts';
import { logError } from '../log.ts';
import type { DataConfig } from '../messages.ts';
import { readLocation, writeLocation, type Location } from './location.ts';
import { officePaths, type OfficePaths } from './paths.ts';

/** Where the office lies, the real one or the sample, and who may open it; nothing of it is open here. */
export class OfficePlace {
  readonly config: DataConfig;
  #location: Location;
  #sample = false;

  constructor(config: DataConfig) {
    this.config = config;
    this.#location = readLocation(config);
    this.#finishSwap();
  }

  /** The files of the office that is in use: the real one, or the sample. */
  get paths(): OfficePaths {
    return officePaths(this.#sample ? this.sampleFolder : this.#location.folder);
  }

  /** Where the sample year lies, apart from everything real. */
  get sampleFolder(): string {
    return join(this.config.userData, 'du-lieu-mau');
  }

  /** Whether the sample year is in use: its papers bear "DỮ LIỆU MẪU". */
  get sample(): boolean {
    return this.#sample;
  }

  get location(): Location {
    return this.#location;
  }

  /** Who may open the office: `no_office` where there is none, `in_use` while its files cannot be put in place. */
  requireEnvelope(): Envelope {
    this.#finishSwap();
    if (isSwapUnfinished(this.paths.folder)) unfinishedSwap();
    return (
      readEnvelope(this.paths.keys) ??
      fail(
        'no_office',
        'Chưa có cơ sở dữ liệu trên máy này. Hãy thiết lập đơn vị hoặc khôi phục từ bản sao lưu.',
      )
    );
  }

  /** Keeps something in this Windows user's own folder; nothing of the sample is kept. */
  remember(change: Partial<Location>): void {
    if (this.#sample) return;
    this.#location = { ...this.#location, ...change };
    writeLocation(this.config, this.#location);
  }

  /** From now on the office is the one in this folder. */
  pointTo(folder: string, officeName: string | null): void {
    this.#sample = false;
    this.remember({ folder, office_name: officeName });
    this.#finishSwap();
  }

  /** From now on the office is the sample year, or the real one again. */
  protected turnTo(sample: boolean): void {
    this.#sample = sample;
  }

  /** A restore or change of key that a power cut broke off is finished before anything is read. */
  #finishSwap(): void {
    try {
      finishBrokenSwap(this.paths.folder);
    } catch (error) {
      logError('finish a swap', error);
    }
  }
}
