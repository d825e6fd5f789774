import { useEffect, useState } from 'react';
import type { ImportProgress } from '#shared/model/import.ts';
import { bridge } from './bridge.ts';

/** The acts on files; each answers what came of it, or `undefined` when the person chose none. */
export const transferCalls = bridge.transfer;

/** Follows the import that is under way; `undefined` before its first step. */
export function useImportProgress(): ImportProgress | undefined {
  const [progress, setProgress] = useState<ImportProgress>();
  useEffect(() => bridge.on('importProgress', setProgress), []);
  return progress;
}
