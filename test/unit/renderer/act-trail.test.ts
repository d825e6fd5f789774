import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { OperationId } from '#shared/model/ids.ts';
import { ActTrail, type NamedAct } from '../../../src/renderer/api/act-trail.ts';

const act = (text: string): NamedAct => ({ act: OperationId.parse(randomUUID()), text });
const texts = (acts: readonly NamedAct[]): string[] => acts.map(({ text }) => text);

test('acts are taken back from the newest on, and done again in their order', () => {
  const trail = new ActTrail();
  const [one, two] = [act('one'), act('two')];
  trail.remember(one);
  trail.remember(two);
  trail.undone(two);
  trail.undone(one);
  expect(texts(trail.stacks().redo)).toEqual(['two', 'one']);
  trail.redone(one);
  expect(texts(trail.stacks().undo)).toEqual(['one']);
  trail.remember(act('three'));
  expect(texts(trail.stacks().redo)).toEqual([]);
  expect(texts(trail.stacks().undo)).toEqual(['one', 'three']);
});

test('acts of earlier sessions stand before those of this one, each once', () => {
  const trail = new ActTrail();
  const [earlier, now] = [act('earlier'), act('now')];
  trail.remember(now);
  trail.begin([earlier, now]);
  expect(texts(trail.stacks().undo)).toEqual(['earlier', 'now']);
  trail.forget(earlier);
  trail.clear();
  expect(trail.stacks()).toEqual({ undo: [], redo: [] });
});
