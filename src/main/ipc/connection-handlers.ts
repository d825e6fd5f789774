import { z } from 'zod';
import { ConnectionInput } from '#shared/model/settings.ts';
import { succeed } from '#shared/result.ts';
import { connect, describeConnection, testConnection, type ConnectTools } from '../connect.ts';
import type { Handlers } from './handler.ts';

/** Answers the calls about the connection to the service. */
export const connectionHandlers = (tools: ConnectTools): Handlers['connection'] => ({
  get: { input: z.undefined(), run: () => succeed(describeConnection(tools)) },
  test: { input: ConnectionInput, run: (input) => testConnection(tools, input) },
  connect: { input: ConnectionInput, run: (input) => connect(tools, input) },
});
