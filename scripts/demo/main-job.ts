import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchProgram } from '../../tests/browser-shell/launch-program.ts';
import type { RunningProgram } from '../../tests/browser-shell/program.ts';
import { backUp, expectNoUsbCopy } from './backup.ts';
import { openCampaign } from './campaign.ts';
import { Clerk } from './clerk.ts';
import { readJob, type Job } from './forms-file.ts';
import type { DemoOptions } from './options.ts';
import { lookAround } from './look-around.ts';
import { enterOtherStacks } from './other-stacks.ts';
import { receiveAndBuild } from './fund-and-house.ts';
import { holdForum, holdSession } from './outreach.ts';
import { callFromPage } from './page-call.ts';
import { placeStacks } from './places.ts';
import { compareContents, compareWithPaper, contentAsCsv, readContent, type Content } from './records.ts';
import { printRegisters, type Register } from './registers.ts';
import { restore } from './restore.ts';
import { Screens } from './screens.ts';
import { setUp } from './set-up.ts';
import { typeStack, type Typed } from './stack.ts';
import type { Summary } from './summary.ts';

interface FirstOffice {
  readonly typed: Typed;
  readonly campaignId: number;
  readonly content: Content;
  readonly registers: readonly Register[];
}

type Tell = (step: string) => void;

const failedScreen = 'failed.png';

/** Takes away what an earlier run has left, and only that. */
function prepare(out: string): void {
  mkdirSync(join(out, 'usb'), { recursive: true });
  const old = [
    ...readdirSync(out).filter((name) =>
      /^(register-.*\.pdf|(?:minutes|receipt|handover)\.pdf|restored\.csv|summary\.json|failed\.png)$/.test(
        name,
      ),
    ),
    ...readdirSync(join(out, 'usb'))
      .filter((name) => name.startsWith('ba-yen-'))
      .map((name) => join('usb', name)),
  ];
  for (const name of old) rmSync(join(out, name), { recursive: true });
}

/** On the first computer: from the bare program to registers and a backup. */
async function firstOffice(clerk: Clerk, job: Job, out: string, tell: Tell): Promise<FirstOffice> {
  tell('Setting the office up');
  await setUp(clerk, job);
  await clerk.logsIn('log-in');
  const campaignId = await openCampaign(clerk, job);
  const stacks = await placeStacks(clerk.page, job);
  const [first, ...others] = stacks;
  if (!first) throw new Error('There is no stack to type.');
  tell(`Typing ${String(first.forms.length)} forms by keyboard`);
  const typed = await typeStack(clerk, first);
  tell(`Entering the other ${String(job.forms.length - first.forms.length)} forms`);
  await enterOtherStacks(clerk.page, campaignId, others);
  const content = await readContent(clerk.page, campaignId, job.from);
  compareWithPaper(stacks, content);
  await lookAround(clerk, first);
  tell('Outreach: a session, a forum and its minutes');
  await holdSession(clerk, job, first);
  await holdForum(clerk, job, first, out);
  tell('A receipt, and a house from approval to hand-over');
  await receiveAndBuild(clerk, job, first, out);
  tell('Printing');
  const registers = await printRegisters(clerk, job, stacks, out);
  tell('Backing up');
  await backUp(clerk, join(out, 'usb'));
  await expectNoUsbCopy(clerk, (await callFromPage(clerk.page, 'backup.status', {})).last_usb);
  return { typed, campaignId, content, registers };
}

/** Every form that is no repeat is one pledge, one household and one row of its commune's register. */
function checkCounts(job: Job, { content, registers }: FirstOffice): void {
  const wanted = job.forms.length - content.repeats.length;
  const { households, pledges } = content;
  if (pledges.length !== wanted || households !== wanted) {
    throw new Error(
      `${String(wanted)} forms without repeats, but ${String(pledges.length)} pledges and ${String(households)} households.`,
    );
  }
  for (const { code, communeId, rows } of registers) {
    const own = pledges.filter((pledge) => pledge.communeId === communeId).length;
    if (rows !== own) {
      throw new Error(`The register of ${code} has ${String(rows)} rows for ${String(own)} pledges.`);
    }
  }
}

function summaryOf(job: Job, first: FirstOffice, restored: Content) {
  const { typed, content, registers } = first;
  const sum = (key: 'rows' | 'pages') => registers.reduce((total, register) => total + register[key], 0);
  return {
    forms_read: job.forms.length,
    forms_typed_in_window: typed.forms,
    duplicates_skipped: content.repeats.length,
    conflicts: content.repeats.filter(({ conflict }) => conflict).length,
    households_saved: content.households,
    pledges_signed: content.signed,
    pledges_not_signed: content.pledges.length - content.signed,
    register_rows: sum('rows'),
    register_pages: sum('pages'),
    backup_verified: true,
    restored_households: restored.households,
    keystrokes_per_form_stack: Math.round((typed.extraKeys / typed.forms) * 100) / 100,
  };
}

/**
 * The main job from end to end, on two computers: set-up, typing, printing and backup on the first, restoring on
 * the second, and the comparison of both. Leaves its results in the folder `out`.
 * @throws Error or FailureError when a step fails or anything differs
 */
export async function runMainJob({ out, forms }: DemoOptions, tell: Tell): Promise<Summary> {
  const begun = Date.now();
  const job = readJob(forms);
  prepare(out);
  const screens = new Screens(join(out, 'screens'));
  const folder = mkdtempSync(join(tmpdir(), 'ba-yen-demo-'));
  const running: RunningProgram[] = [];
  const start = async (computer: string) => {
    const program = await launchProgram({ userData: join(folder, computer) });
    running.push(program);
    return new Clerk(program, screens);
  };
  try {
    const clerk = await start('first');
    const first = await firstOffice(clerk, job, out, tell);
    checkCounts(job, first);
    await running.pop()?.close();
    tell('Restoring on another computer');
    const second = await start('second');
    await restore(second, join(out, 'usb'));
    const restored = await readContent(second.page, first.campaignId, job.from);
    await second.open('Hộ gia đình');
    await second.page.getByRole('row').nth(2).waitFor();
    await second.takes('restored-households');
    writeFileSync(join(out, 'restored.csv'), contentAsCsv(restored));
    compareContents(first.content, restored);
    const summary: Summary = {
      ...summaryOf(job, first, restored),
      seconds_total: Math.round((Date.now() - begun) / 100) / 10,
      runtime: second.program.runtime,
    };
    writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    return summary;
  } catch (error) {
    // What was on screen says more than the reason alone.
    await running
      .at(-1)
      ?.page.screenshot({ path: join(out, failedScreen) })
      .catch(() => undefined);
    throw error;
  } finally {
    for (const program of running) await program.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
