import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseShard } from '../../src/commands/shard.js';

describe('the part of a run that a job makes', () => {
  test('is what the command line says', () => {
    expect(parseShard('2/8', {})).toEqual({ part: 2, of: 8 });
    for (const wrong of ['0/8', '9/8', '2', '2/', 'x/8', '2/8/3', '-1/8'])
      expect(parseShard(wrong, {}), wrong).toContain('such as 2/8');
  });

  test.each([
    [
      'Slurm, from 0',
      {
        SLURM_ARRAY_TASK_ID: '3',
        SLURM_ARRAY_TASK_MIN: '0',
        SLURM_ARRAY_TASK_MAX: '7',
        SLURM_ARRAY_TASK_STEP: '1',
        SLURM_ARRAY_TASK_COUNT: '8',
      },
      { part: 4, of: 8 },
    ],
    [
      'Slurm, from 10 in steps of 5',
      {
        SLURM_ARRAY_TASK_ID: '20',
        SLURM_ARRAY_TASK_MIN: '10',
        SLURM_ARRAY_TASK_MAX: '30',
        SLURM_ARRAY_TASK_STEP: '5',
      },
      { part: 3, of: 5 },
    ],
    [
      'AWS Batch',
      { AWS_BATCH_JOB_ARRAY_INDEX: '0', AWS_BATCH_JOB_ARRAY_SIZE: '4' },
      { part: 1, of: 4 },
    ],
    ['GitLab', { CI_NODE_INDEX: '4', CI_NODE_TOTAL: '4' }, { part: 4, of: 4 }],
    ['Azure', { SYSTEM_JOBPOSITIONINPHASE: '1', SYSTEM_TOTALJOBSINPHASE: '3' }, { part: 1, of: 3 }],
  ])('is what %s says', (_, env, shard) => {
    expect(parseShard('auto', env)).toEqual(shard);
  });

  test('needs the number of jobs from the command line where Kubernetes does not say it', () => {
    expect(parseShard('auto', { JOB_COMPLETION_INDEX: '2' })).toContain('such as auto/8');
    expect(parseShard('auto/8', { JOB_COMPLETION_INDEX: '2' })).toEqual({ part: 3, of: 8 });
  });

  test('is not guessed where two systems speak, none does, or the number is out of range', () => {
    const two = { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '2', JOB_COMPLETION_INDEX: '0' };
    expect(parseShard('auto', two)).toContain('Both Kubernetes');
    expect(parseShard('auto', {})).toContain('no job of an array');
    expect(parseShard('auto', { CI_NODE_INDEX: '5', CI_NODE_TOTAL: '4' })).toContain('none of 4');
    const gap = {
      SLURM_ARRAY_TASK_ID: '1',
      SLURM_ARRAY_TASK_MIN: '1',
      SLURM_ARRAY_TASK_MAX: '9',
      SLURM_ARRAY_TASK_COUNT: '3',
    };
    expect(parseShard('auto', gap)).toContain('Slurm does not say how many');
  });

  test('is a part of the whole or a sentence, whatever the variables hold', () => {
    const value = fc.oneof(fc.string(), fc.nat(20).map(String));
    const names = fc.constantFrom(
      'SLURM_ARRAY_TASK_ID',
      'SLURM_ARRAY_TASK_MIN',
      'SLURM_ARRAY_TASK_MAX',
      'SLURM_ARRAY_TASK_STEP',
      'AWS_BATCH_JOB_ARRAY_INDEX',
      'AWS_BATCH_JOB_ARRAY_SIZE',
      'JOB_COMPLETION_INDEX',
      'CI_NODE_INDEX',
      'CI_NODE_TOTAL',
    );
    fc.assert(
      fc.property(fc.dictionary(names, value), fc.constantFrom('auto', 'auto/7'), (env, text) => {
        const shard = parseShard(text, env);
        if (typeof shard === 'string') expect(shard).toMatch(/\.$/);
        else {
          expect(shard.part).toBeGreaterThanOrEqual(1);
          expect(shard.part).toBeLessThanOrEqual(shard.of);
        }
      }),
    );
  });
});
