// Loaded into the measured process with --import: when it ends, says what it used.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  // maxRSS is in kilobytes, the times in microseconds.
  const used = { memoryMB: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 };
  writeFileSync(process.env.SAFELEAF_METER, JSON.stringify(used));
});
