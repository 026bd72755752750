import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { PageHeader } from '../components/page-header.tsx';

interface Props {
  readonly title: string;
  readonly detail?: ReactNode;
  /** Stand in the header before the way to a new one. */
  readonly buttons?: ReactNode;
  /** The way to a new one; absent for who may not write. */
  readonly add?: { readonly label: string; readonly run: () => void } | undefined;
  /** What has to be told before the list. */
  readonly notice?: ReactNode;
  /** The list, and what is open beside it. */
  readonly children: ReactNode;
}

/** A page of a list: its header above; the list, and beside it a record or a form. */
export function ListFrame({ title, detail, buttons, add, notice, children }: Props) {
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHeader title={title} detail={detail}>
        {buttons}
        {add && (
          <Button variant="contained" onClick={add.run}>
            {add.label}
          </Button>
        )}
      </PageHeader>
      {notice}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 4 }}>{children}</Box>
    </Box>
  );
}
