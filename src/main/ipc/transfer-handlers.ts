import { z } from 'zod';
import { ImportOrder, ImportPlan, Reading } from '#shared/model/import.ts';
import { ExportOrder, PrintOrder } from '#shared/model/transfer.ts';
import { exportFile, printRecords, type ExportTools, type TransferTools } from '../transfer/export-act.ts';
import { ImportActs } from '../transfer/import-acts.ts';
import type { Handlers } from './handler.ts';

/** Answers the calls about files that people export and import. */
export function transferHandlers(tools: TransferTools & ExportTools): Handlers['transfer'] {
  const imports = new ImportActs(tools);
  return {
    export: { input: ExportOrder, run: (order) => exportFile(tools, order) },
    print: { input: PrintOrder, run: (order) => printRecords(tools, order) },
    chooseTable: { input: z.undefined(), run: () => imports.choose() },
    readTable: { input: Reading, run: (reading) => imports.read(reading) },
    preview: { input: ImportPlan, run: (plan) => imports.preview(plan) },
    import: { input: ImportOrder, run: (order) => imports.run(order) },
    saveLeft: { input: z.undefined(), run: () => imports.saveLeft() },
  };
}
