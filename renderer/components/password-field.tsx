import { useId, useState, type Ref } from 'react';

interface Props {
  readonly label: string;
  readonly invalid: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** The id of the text that says what is wrong. */
  readonly describedBy?: string;
}

/** A password on the plain pages, with the hint that explains most "wrong" passwords. */
export function PasswordField({ label, invalid, autoFocus, inputRef, describedBy }: Props) {
  const id = useId();
  const [caps, setCaps] = useState(false);
  const [shown, setShown] = useState(false);
  const look = (event: React.KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={inputRef}
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="off"
        autoFocus={autoFocus}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        onKeyDown={look}
        onKeyUp={look}
      />
      <button
        className="link small"
        type="button"
        aria-pressed={shown}
        onClick={() => setShown((before) => !before)}
      >
        {shown ? 'Giấu mật khẩu' : 'Xem mật khẩu đang gõ'}
      </button>
      {caps && (
        <div className="notice late" role="status">
          <p>Phím Caps Lock đang bật.</p>
        </div>
      )}
    </>
  );
}
