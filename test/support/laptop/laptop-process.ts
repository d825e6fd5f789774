import { Acts } from '../audit/acts.ts';
import { Person } from '../audit/person.ts';
import { Device } from '../device.ts';
import type { Job } from './job.ts';
import { KillSwitch } from './kill-switch.ts';
import { takeStep } from './take-step.ts';

// A laptop without a window, in a process of its own that can be killed: the real engine, a real file, real HTTP.
const job = JSON.parse(process.argv[2] ?? '') as Job;
const { address, token, folder, pageSize } = job;
const killSwitch = new KillSwitch(job);
const laptop = new Device(address, { token, folder, pageSize, transport: killSwitch.transport });
const person = new Person(laptop, new Acts(job.acts));
killSwitch.watchSqlite();
for (const step of job.steps) {
  await takeStep(person, step);
  killSwitch.point(`after ${step.do}`);
}
