import type { TaskContext } from '../../electron/data/jobs/task.ts';
import { taskOf, type TaskInput, type TaskName, type TaskOutput } from '../../electron/data/jobs/tasks.ts';

/** Runs a task as the worker thread does, but in this one. */
export async function runHere<N extends TaskName>(
  task: N,
  input: TaskInput<N>,
  context: TaskContext,
): Promise<TaskOutput<N>> {
  return (await taskOf(task)(input as never, context)) as TaskOutput<N>;
}
