import { describe } from 'vitest';
import { decisionScenarios } from '../support/matrix/decision-scenarios.ts';
import { engineScenarios, localScenarios } from '../support/matrix/kill-scenarios.ts';
import { testKills } from '../support/matrix/kill-table.ts';

// B5.1 of the reference: SIGKILL of a real process at every statement, every request and every answer.
describe('modern: killed at every point of', () => {
  testKills('modern', [...engineScenarios, ...localScenarios, ...decisionScenarios]);
});
