import { Button, Modal } from '@mantine/core';
import type { ReactElement } from 'react';
import { useRecoveryReport, useStorageActs } from '../api/storage.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { words as common } from '../ui/words.ts';
import css from './storage-problem.module.css';
import { reportText, words } from './storage-text.ts';

/** Says what a recovery did, once, on the desk that it led to. */
export function RecoveryReportDialog(): ReactElement | null {
  const report = useRecoveryReport();
  const { dismissReport } = useStorageActs();
  if (!report) return null;
  return (
    <Modal opened onClose={dismissReport} title={words.reportTitle} withCloseButton={false}>
      <p className={css.text}>{reportText(report.salvaged)}</p>
      {report.folder !== undefined && (
        <p className={css.text}>
          {words.movedTo}{' '}
          <span className="mono" data-selectable>
            {report.folder}
          </span>
        </p>
      )}
      <DialogFoot>
        <Button variant="filled" onClick={dismissReport} data-autofocus>
          {common.close}
        </Button>
      </DialogFoot>
    </Modal>
  );
}
