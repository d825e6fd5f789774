import { expect, test } from 'vitest';
import { readCommandLine } from '../../../src/service/command-line.ts';

test('has a default for everything but the token and the file', () => {
  const value = { port: 4010, token: [], mode: 'modern', records: 0, accounts: 0, seed: 1 };
  expect(readCommandLine([])).toEqual({ ok: true, value });
});

test('reads every flag, and the token as often as it is given', () => {
  const flags = ['--port', '0', '--token', 'a', '--token', 'south:b', '--mode', 'origin'];
  expect(
    readCommandLine([...flags, '--db', 'x.db', '--records=2000', '--accounts=300', '--seed', '7']),
  ).toEqual({
    ok: true,
    value: {
      port: 0,
      token: ['a', 'south:b'],
      mode: 'origin',
      db: 'x.db',
      records: 2000,
      accounts: 300,
      seed: 7,
    },
  });
});

test.each([
  ['an unknown flag', ['--colour', 'red'], '--colour'],
  ['a word without a flag', ['4010'], '4010'],
  ['a flag without its value', ['--port'], '--port'],
  ['a port that is no number', ['--port', 'eighty'], '--port'],
  ['an empty port', ['--port', ''], '--port'],
  ['a port beyond the last', ['--port', '65536'], '--port'],
  ['half a port', ['--port', '1.5'], '--port'],
  ['a negative port', ['--port=-1'], '--port'],
  ['an unknown mode', ['--mode', 'ancient'], '--mode'],
  ['a negative number of records', ['--records=-1'], '--records'],
  ['a number of records nobody needs', ['--records', '1000001'], '--records'],
  ['a number of accounts nobody needs', ['--accounts', '100001'], '--accounts'],
  ['a seed that is no number', ['--seed', 'x'], '--seed'],
  ['an empty token', ['--token', ''], '--token'],
  ['a token with a blank', ['--token', 'a', '--token', 'my secret'], '--token'],
  ['an empty file name', ['--db', ''], '--db'],
])('answers %s with one line that names it', (_case, args, named) => {
  const command = readCommandLine(args);
  const line = command.ok ? 'nothing was wrong' : command.failure;
  expect(line).toContain(named);
  expect(line).not.toMatch(/\n|secret/);
});
