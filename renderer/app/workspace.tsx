import Box from '@mui/material/Box';
import { Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { call } from '../client.ts';
import { HelpPanel } from '../pages/help/index.tsx';
import { Boundary } from './boundary.tsx';
import { Dress } from './dress.tsx';
import { KeyLine } from './key-line.tsx';
import { KeysProvider } from './keys.tsx';
import { NavigationProvider, useNavigation } from './navigation.tsx';
import { pageOf } from './pages.ts';
import { Rail } from './rail.tsx';
import { RecoveryKeyBanner } from './recovery-key-banner.tsx';
import { SampleBanner } from './sample-banner.tsx';
import { useOfficeStatus } from './session.tsx';
import { TopBar } from './top-bar.tsx';
import { useIdleLock } from './idle-lock.ts';
import { useFrameKeys } from './frame-keys.tsx';
import { TroubleStrip } from './trouble-strip.tsx';

/** Everything behind the log-in: the frame and the page in it. Stays mounted, unseen and untouchable while locked. */
export default function Workspace({ locked }: { readonly locked: boolean }) {
  const { idle_minutes } = useOfficeStatus();
  useIdleLock(idle_minutes, !locked, () => void call('office.lock', {}));
  const focused = useRef<Element | null>(null);
  // Before the lock screen takes the focus: what has it now gets it back.
  useLayoutEffect(() => {
    if (locked) focused.current = document.activeElement;
  }, [locked]);
  useEffect(() => {
    document.body.toggleAttribute('data-locked', locked);
    if (!locked && focused.current instanceof HTMLElement) focused.current.focus();
    focused.current = locked ? focused.current : null;
    return () => {
      document.body.removeAttribute('data-locked');
    };
  }, [locked]);
  return (
    <Dress>
      <KeysProvider enabled={!locked}>
        <NavigationProvider>
          <Box
            className="workspace"
            inert={locked}
            aria-hidden={locked || undefined}
            sx={{
              height: '100%',
              display: 'grid',
              gridTemplate:
                '"top top" 48px "banner banner" auto "rail page" minmax(0, 1fr) "keys keys" 30px / 216px minmax(0, 1fr)',
            }}
          >
            <Frame />
          </Box>
        </NavigationProvider>
      </KeysProvider>
    </Dress>
  );
}

function Frame() {
  const { page, params } = useNavigation();
  const help = useFrameKeys();
  const { Component } = pageOf(page);
  const main = useRef<HTMLElement>(null);
  // What was pressed may be gone with its page; Tab then goes on in the new one, not at the top of the window.
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus();
  }, [page, params]);
  return (
    <>
      <TopBar onHelp={help.toggle} />
      <Box sx={{ gridArea: 'banner' }}>
        <SampleBanner />
        <RecoveryKeyBanner />
        <TroubleStrip />
      </Box>
      <Rail />
      <Box
        component="main"
        ref={main}
        id="page"
        tabIndex={-1}
        sx={{
          gridArea: 'page',
          position: 'relative',
          overflow: 'auto',
          p: 4,
          px: 5,
          minWidth: 0,
          display: 'flex',
          flexDirection: 'column',
        }}
      >
        <Boundary key={page}>
          <Suspense fallback={null}>
            <Component />
          </Suspense>
        </Boundary>
      </Box>
      {help.open && <HelpPanel page={page} onClose={help.close} />}
      <KeyLine />
    </>
  );
}
