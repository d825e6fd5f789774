import { ActionIcon } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { FieldValue } from '#shared/model/field.ts';
import { appCalls } from '../api/app.ts';
import { useToasts } from '../ui/toast-context.ts';
import { words } from './words.ts';

/** The way to a website; none for what is no address that the app would open. */
export function WebsiteLink({ website }: { readonly website: FieldValue }): ReactElement | null {
  const toasts = useToasts();
  const url = addressOf(website);
  if (url === undefined) return null;
  const open = async (): Promise<void> => {
    const answer = await appCalls.openLink({ url });
    if (!answer.ok) toasts.fail(answer.failure);
  };
  const label = words.openWebsite({ link: url });
  return (
    <ActionIcon aria-label={label} title={label} onClick={() => void open()}>
      <IconExternalLink size={16} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}

// Whether it is really let through says the main process, which looks closer.
function addressOf(website: FieldValue): string | undefined {
  if (typeof website !== 'string' || !URL.canParse(website)) return undefined;
  return new URL(website).protocol === 'https:' ? website : undefined;
}
