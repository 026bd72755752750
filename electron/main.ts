import { app, dialog, powerMonitor, session, type BrowserWindow } from 'electron';
import { dirname, join } from 'node:path';
import { channels } from './channels.ts';
import { startDataProcess } from './data-process.ts';
import { electronDialogs } from './desktop/electron-dialogs.ts';
import { systemDesktop } from './desktop/system.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createPageFiles } from './page-files.ts';
import { dataConfig, unpacked } from './paths.ts';
import { lockWithMachine } from './power.ts';
import { denyPermissions, registerScheme, servePage, shutIn } from './protocol.ts';
import { refusal, refusedSwitch } from './switches.ts';
import { connect, createWindow } from './window.ts';

const program = dirname(__dirname);
const ownUserData = app.commandLine.hasSwitch('user-data-dir');
if (!ownUserData) app.setPath('userData', join(app.getPath('appData'), 'ba-yen'));

let window: BrowserWindow | undefined;
let gateway: Gateway | undefined;

/** Everything that must be said before the program is ready. */
function prepare(): void {
  // Under root (build machines) Chromium starts only without its sandbox, and then says so by this switch.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.disableHardwareAcceleration();
  // The program's name stands in the user agent, and a header with its "ê" is refused by the page's protocol.
  app.userAgentFallback = app.userAgentFallback.replace(/[^ -~]/g, '');
  registerScheme();
}

function start(): void {
  const userData = app.getPath('userData');
  const sharedFolder = ownUserData ? undefined : process.env['ProgramData'];
  const dialogs = electronDialogs(() => window, app.getPath('documents'));
  const opened = createGateway({
    startDataProcess: () => startDataProcess(unpacked(join(__dirname, 'data.cjs'))),
    config: dataConfig({ programVersion: app.getVersion(), program, userData, shared: sharedFolder }),
    desktop: systemDesktop(dialogs),
    emit: (event) => {
      if (window && !window.isDestroyed()) window.webContents.send(channels.event, event);
    },
    log: (line) => process.stderr.write(`${line}\n`),
  });
  gateway = opened;
  const pageFolder = join(__dirname, 'page');
  servePage(
    session.defaultSession,
    createPageFiles({ folder: pageFolder, openOnce: (token) => opened.openOnce(token) }),
  );
  denyPermissions(session.defaultSession);
  shutIn(session.defaultSession);
  connect(opened, () => window);
  lockWithMachine(powerMonitor, () => opened.lock());
  window = createWindow(join(__dirname, 'preload.cjs'), join(program, 'resources', 'icons', 'icon.png'), () =>
    opened.personActive(),
  );
}

/** Closes the database before the program ends. */
function stopFirst(event: { preventDefault: () => void }): void {
  if (!gateway) return;
  event.preventDefault();
  const closing = gateway;
  gateway = undefined;
  void closing.stop().finally(() => app.quit());
}

/** The packed program opens for nobody's debugger. */
function refuseToStart(name: string): void {
  const { title, text } = refusal(name);
  process.stderr.write(`${text}\n`);
  dialog.showErrorBox(title, text);
  app.exit(1);
}

// Tests run the unpacked program on an Electron of any name; what is installed always lies in its archive.
const packed = app.isPackaged && app.getAppPath().endsWith('.asar');
const refused = packed
  ? refusedSwitch((name) => app.commandLine.hasSwitch(name), process.argv.slice(1))
  : undefined;
if (refused !== undefined) {
  refuseToStart(refused);
} else if (app.requestSingleInstanceLock()) {
  prepare();
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', stopFirst);
  void app.whenReady().then(start);
} else {
  app.quit();
}
