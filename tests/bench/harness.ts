/** One figure: the median over its repeats, how many repeats (pairs with the floor), how many things were measured. */
export interface Figure {
  readonly median: number;
  readonly pairs: number;
  readonly n: number;
}
export type Figures = Record<string, Figure>;

/** What a measurement is given: a folder of its own on a real disk, and where to tell how it goes. */
export interface Bench {
  readonly folder: string;
  /** 1, or less while the bench itself is worked on: every size is multiplied by it. */
  readonly scale: number;
  readonly say: (line: string) => void;
}

/** Some figures that are measured together. */
export interface Measurement {
  readonly name: string;
  readonly keys: readonly string[];
  readonly run: (bench: Bench) => Promise<Figures>;
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (index: number) => sorted[index] ?? NaN;
  return Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
}

/** The value that this share (0–1) of some numbers does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** How long something takes, in ms. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** One measuring of the product or of its floor: the value of this repeat and how many things it measured. */
export interface Sample {
  readonly value: number;
  readonly n: number;
}

/** The figure over all repeats. */
export function figureOf(samples: readonly Sample[]): Figure {
  return {
    median: median(samples.map(({ value }) => value)),
    pairs: samples.length,
    n: samples.reduce((sum, { n }) => sum + n, 0),
  };
}

/**
 * Measures product and floor in turn (A B A B …), so that both meet the same machine; one pair beforehand warms up
 * and does not count.
 */
export async function inPairs(
  count: number,
  product: (repeat: number) => Promise<Sample>,
  floor: (repeat: number) => Promise<Sample> | Sample,
): Promise<{ product: Figure; floor: Figure }> {
  const samples = { product: [] as Sample[], floor: [] as Sample[] };
  for (let repeat = 0; repeat <= count; repeat += 1) {
    const pair = { product: await product(repeat), floor: await floor(repeat) };
    if (repeat === 0) continue;
    samples.product.push(pair.product);
    samples.floor.push(pair.floor);
  }
  return { product: figureOf(samples.product), floor: figureOf(samples.floor) };
}

/** Measures several times what has no floor; one time beforehand warms up and does not count. */
export async function repeatedly(
  count: number,
  measure: (repeat: number) => Promise<Sample>,
): Promise<Figure> {
  const samples: Sample[] = [];
  for (let repeat = 0; repeat <= count; repeat += 1) {
    const sample = await measure(repeat);
    if (repeat > 0) samples.push(sample);
  }
  return figureOf(samples);
}
