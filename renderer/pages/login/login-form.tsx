import { useRef, useState } from 'react';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { useOffice } from '../../app/session.tsx';
import { call } from '../../client.ts';
import { PasswordField } from '../../components/password-field.tsx';
import { keepLogin, lastLogin } from './last-login.ts';

interface Props {
  readonly logins: readonly string[];
  readonly onForgotten: () => void;
}

const MOST_SHOWN = 8;

function firstLogin(logins: readonly string[]): string {
  const last = lastLogin();
  if (logins.includes(last)) return last;
  return logins.length === 1 ? (logins[0] ?? '') : '';
}

/** Name and password; plain inputs, because this form must take its first key at once. */
export function LoginForm({ logins, onForgotten }: Props) {
  const { reload } = useOffice();
  const [first] = useState(() => firstLogin(logins));
  const [chosen, setChosen] = useState(first);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const login = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  const submit = async () => {
    const name = login.current?.value.trim().toLowerCase() ?? '';
    setBusy(true);
    setFailure(null);
    try {
      await call('office.log_in', { login: name, password: password.current?.value ?? '' });
      keepLogin(name);
    } catch (error) {
      const failed = toFailure(error);
      setFailure(failed);
      setBusy(false);
      // A database that turns out damaged has a page of its own.
      if (failed.code !== 'wrong_password') await reload();
      password.current?.focus();
      password.current?.select();
    }
  };
  const choose = (name: string) => {
    if (login.current) login.current.value = name;
    setChosen(name);
    password.current?.focus();
  };
  return (
    <form
      noValidate
      autoComplete="off"
      aria-label="Đăng nhập"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <label htmlFor="login">Tên đăng nhập</label>
      <input
        id="login"
        ref={login}
        name="login"
        autoComplete="off"
        autoCapitalize="off"
        defaultValue={first}
        autoFocus={first === ''}
        aria-invalid={failure?.code === 'wrong_password'}
        onInput={(event) => setChosen(event.currentTarget.value.trim())}
      />
      {logins.length > 1 && logins.length <= MOST_SHOWN && (
        <div className="logins" role="group" aria-label="Chọn tên đăng nhập">
          {logins.map((name) => (
            <button key={name} type="button" aria-pressed={chosen === name} onClick={() => choose(name)}>
              {name}
            </button>
          ))}
        </div>
      )}
      <PasswordField
        label="Mật khẩu"
        inputRef={password}
        autoFocus={first !== ''}
        invalid={failure?.code === 'wrong_password'}
        describedBy="login-failure"
      />
      <div id="login-failure" role="alert">
        {failure && (
          <div className="notice">
            <p>{failure.text}</p>
            {failure.safe && <p>{failure.safe}</p>}
          </div>
        )}
      </div>
      <button className="main" type="submit" aria-disabled={busy}>
        {busy ? 'Đang mở sổ…' : 'Đăng nhập'}
      </button>
      <div className="gate-links">
        <button className="link" type="button" onClick={onForgotten}>
          Quên mật khẩu?
        </button>
      </div>
    </form>
  );
}
