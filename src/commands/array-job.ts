import type { Shard } from '../batch/batch-options.js';

/** The variables by which a system tells a job of an array which one it is. */
interface ArraySystem {
  readonly name: string;
  /** Set in every job of an array, and nowhere else. */
  readonly variable: string;
  /** The number of the first job. */
  readonly first: (env: Env) => number;
  readonly step?: ((env: Env) => number) | undefined;
  /** How many jobs there are; undefined where the system does not say. */
  readonly count: (env: Env) => number | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

const numberIn = (env: Env, name: string): number | undefined => {
  const value = env[name];
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
};

/** From the manuals of each: Slurm "Job Array Support", AWS Batch and Kubernetes "Indexed Job", GitLab and Azure "parallel". */
const SYSTEMS: readonly ArraySystem[] = [
  {
    name: 'Slurm',
    variable: 'SLURM_ARRAY_TASK_ID',
    first: (env) => numberIn(env, 'SLURM_ARRAY_TASK_MIN') ?? 0,
    step: (env) => numberIn(env, 'SLURM_ARRAY_TASK_STEP') ?? 1,
    count: slurmCount,
  },
  {
    name: 'AWS Batch',
    variable: 'AWS_BATCH_JOB_ARRAY_INDEX',
    first: () => 0,
    count: (env) => numberIn(env, 'AWS_BATCH_JOB_ARRAY_SIZE'),
  },
  {
    name: 'Kubernetes',
    variable: 'JOB_COMPLETION_INDEX',
    first: () => 0,
    count: () => undefined,
  },
  {
    name: 'GitLab',
    variable: 'CI_NODE_INDEX',
    first: () => 1,
    count: (env) => numberIn(env, 'CI_NODE_TOTAL'),
  },
  {
    name: 'Azure',
    variable: 'SYSTEM_JOBPOSITIONINPHASE',
    first: () => 1,
    count: (env) => numberIn(env, 'SYSTEM_TOTALJOBSINPHASE'),
  },
];

/** Slurm says the least and greatest number and the step; a list with gaps has fewer jobs than these span. */
function slurmCount(env: Env): number | undefined {
  const [least, most] = ['MIN', 'MAX'].map((it) => numberIn(env, `SLURM_ARRAY_TASK_${it}`));
  const step = numberIn(env, 'SLURM_ARRAY_TASK_STEP') ?? 1;
  if (least === undefined || most === undefined || step === 0) return undefined;
  const spanned = Math.floor((most - least) / step) + 1;
  const told = numberIn(env, 'SLURM_ARRAY_TASK_COUNT');
  return told === undefined || told === spanned ? spanned : undefined;
}

/**
 * Which part of a run this job of an array makes; what is wrong as a sentence. `count`: how many jobs
 * there are, where the user said so: Kubernetes does not tell, and a job that was started again alone
 * may be told less than the truth.
 */
export function shardOfArrayJob(env: Env, count?: number): Shard | string {
  const systems = SYSTEMS.filter(({ variable }) => (env[variable] ?? '') !== '');
  const [system, other] = systems;
  if (system === undefined)
    return `None of ${SYSTEMS.map(({ variable }) => variable).join(', ')} is set: this is no job of an array. Write the part and the number of parts, such as 2/8.`;
  if (other !== undefined)
    return `Both ${system.name} (${system.variable}) and ${other.name} (${other.variable}) say which job this is. Write the part and the number of parts, such as 2/8.`;
  return partOf(system, env, count);
}

function partOf(system: ArraySystem, env: Env, wished: number | undefined): Shard | string {
  const { name, variable } = system;
  const number = numberIn(env, variable);
  const of = wished ?? system.count(env);
  if (of === undefined)
    return `${name} does not say how many jobs there are. Write it after a stroke, such as auto/8.`;
  const steps = ((number ?? -1) - system.first(env)) / (system.step?.(env) ?? 1);
  const isPart = number !== undefined && Number.isInteger(steps) && steps >= 0 && steps < of;
  if (!isPart)
    return `${variable} is "${env[variable]}", which is none of ${of} jobs. Write the part and the number of parts, such as 2/8.`;
  return { part: steps + 1, of };
}
