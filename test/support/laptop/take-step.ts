import { unreachable } from '#shared/assert.ts';
import type { Person } from '../audit/person.ts';
import type { Step } from './job.ts';

/** Lets a person, or the sync, take one step. */
export async function takeStep(person: Person, step: Step): Promise<void> {
  switch (step.do) {
    case 'edit':
      person.edit(step.id, step.field, step.value, step.operation);
      return;
    case 'edit all':
      await person.editAll(step.field, step.value, step.act);
      return;
    case 'create':
      person.create(step.id, step.values, step.operation);
      return;
    case 'choose':
      person.choose(step.id, step.field, step.choice);
      return;
    case 'save':
      person.save(step.id, step.result);
      return;
    case 'round':
      await person.laptop.round();
      return;
    default:
      unreachable(step);
  }
}
