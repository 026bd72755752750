import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RecoveryKeyPanel } from '../../components/recovery-key-panel.tsx';
import { Section } from '../../components/section.tsx';
import { NewUser } from './new-user.tsx';
import { UserDetail } from './user-detail.tsx';
import { UserList } from './user-list.tsx';

export type User = CallOutput<'users.list'>[number];

/** Người dùng: who may open the records and do what. */
export default function UsersPage() {
  const { value, failure, reload } = useCall('users.list', {});
  const [chosen, setChosen] = useState<number | 'new' | null>(null);
  const [newKey, setNewKey] = useState<string | null>(null);
  useKeys([{ key: 'F4', label: 'Thêm người dùng', run: () => setChosen('new'), when: newKey === null }]);
  const user = value?.find((one) => one.id === chosen);
  const close = () => setChosen(null);
  if (newKey !== null)
    return (
      <>
        <PageHeader
          title="Khóa dữ liệu đã đổi: hãy cất khóa khôi phục mới"
          detail="Khi xác nhận xong ở dưới, phiếu cũ không còn dùng được với sổ này: lúc đó hãy hủy phiếu cũ."
        />
        <RecoveryKeyPanel recoveryKey={newKey} onConfirmed={() => setNewKey(null)} />
      </>
    );
  return (
    <>
      <PageHeader
        title="Người dùng"
        detail="Mỗi người một tên và mật khẩu riêng, để nhật ký ghi đúng người làm."
      >
        <Button variant="contained" onClick={() => setChosen('new')}>
          Thêm người dùng
        </Button>
      </PageHeader>
      <FailureNotice failure={failure} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: chosen === null ? '1fr' : '1fr 420px',
          gap: 4,
          alignItems: 'start',
        }}
      >
        <UserList users={value ?? []} chosen={chosen} onChoose={setChosen} />
        {chosen === 'new' && (
          <Section title="Thêm người dùng">
            <NewUser
              onCancel={close}
              onCreated={(id) => {
                reload();
                setChosen(id);
              }}
            />
          </Section>
        )}
        {user && (
          <UserDetail
            key={`${user.id}-${user.version}`}
            user={user}
            onClose={close}
            onChanged={reload}
            onRemoved={(recoveryKey) => {
              reload();
              close();
              setNewKey(recoveryKey);
            }}
          />
        )}
      </Box>
    </>
  );
}
