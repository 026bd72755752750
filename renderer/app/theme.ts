import { createTheme, type Theme, type ThemeOptions } from '@mui/material/styles';
import type { Contrast } from './contrast.ts';

declare module '@mui/material/styles' {
  interface Palette {
    /** Pale green: the row or entry that is chosen. */
    soft: string;
  }
  interface PaletteOptions {
    soft?: string;
  }
}

const font = "'Be Vietnam Pro', sans-serif";

const light: ThemeOptions['palette'] = {
  primary: { main: '#14532d', dark: '#0d3b20', light: '#2f7a4c', contrastText: '#ffffff' },
  secondary: { main: '#3d5a80' },
  error: { main: '#b3261e' },
  warning: { main: '#8a5300', light: '#ffb74d', dark: '#6b4000', contrastText: '#ffffff' },
  success: { main: '#14532d' },
  info: { main: '#1f5f8b' },
  text: { primary: '#16211b', secondary: '#4b5a51' },
  divider: '#ccd6cf',
  background: { default: '#f4f7f5', paper: '#ffffff' },
  soft: '#e8f1eb',
};

const high: ThemeOptions['palette'] = {
  primary: { main: '#00391a', dark: '#002612', light: '#00391a', contrastText: '#ffffff' },
  secondary: { main: '#00206b' },
  error: { main: '#8f0000' },
  warning: { main: '#5a3200', light: '#ffd180', dark: '#3d2200', contrastText: '#ffffff' },
  success: { main: '#00391a' },
  info: { main: '#00206b' },
  text: { primary: '#000000', secondary: '#000000' },
  divider: '#000000',
  background: { default: '#ffffff', paper: '#ffffff' },
  soft: '#e6e6e6',
};

const typography: ThemeOptions['typography'] = {
  fontFamily: font,
  h1: { fontSize: 24, fontWeight: 600, lineHeight: 1.3 },
  h2: { fontSize: 18, fontWeight: 600, lineHeight: 1.35 },
  h3: { fontSize: 15, fontWeight: 600, lineHeight: 1.4 },
  h4: { fontSize: 15, fontWeight: 600 },
  h5: { fontSize: 15, fontWeight: 600 },
  h6: { fontSize: 15, fontWeight: 600 },
  subtitle1: { fontSize: 15, fontWeight: 500 },
  subtitle2: { fontSize: 14, fontWeight: 500 },
  body1: { fontSize: 15, lineHeight: 1.45 },
  body2: { fontSize: 14, lineHeight: 1.45 },
  button: { fontSize: 15, fontWeight: 500, textTransform: 'none' },
  caption: { fontSize: 13, lineHeight: 1.4 },
  overline: { fontSize: 13, fontWeight: 600, textTransform: 'none', letterSpacing: 0, lineHeight: 1.5 },
};

const components: ThemeOptions['components'] = {
  MuiButtonBase: { defaultProps: { disableRipple: true } },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: { root: { minHeight: 36, padding: '4px 16px', borderRadius: 6, whiteSpace: 'nowrap' } },
  },
  MuiIconButton: { styleOverrides: { root: { borderRadius: 6 } } },
  MuiTextField: { defaultProps: { size: 'small', autoComplete: 'off' } },
  // Labels always stand above: uncontrolled fields fill without telling the label, and nothing moves while typing.
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      shrink: ({ theme }) => ({
        transform: 'translate(12px, -10px) scale(0.9)',
        color: theme.palette.text.primary,
        '&.Mui-error': { color: theme.palette.error.main },
      }),
    },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: true },
    styleOverrides: {
      root: { backgroundColor: '#fff', '&.MuiInputBase-multiline': { padding: 0 } },
      input: { height: 22, padding: '7px 12px' },
      notchedOutline: { borderColor: 'var(--line-strong)', '& legend': { fontSize: '0.92em' } },
    },
  },
  MuiFormHelperText: { styleOverrides: { root: { fontSize: 13, marginLeft: 2, marginRight: 0 } } },
  // The ring of the focus stays clear of the words beside it.
  MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6, margin: 3 } } },
  MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6, margin: 3 } } },
  MuiPaper: { defaultProps: { elevation: 0 } },
  MuiCard: {
    defaultProps: { variant: 'outlined' },
    styleOverrides: { root: { borderRadius: 8 } },
  },
  MuiTableCell: {
    styleOverrides: {
      root: { height: 36, padding: '4px 12px', fontSize: 15 },
      head: { fontWeight: 600, fontSize: 14 },
    },
  },
  MuiChip: { styleOverrides: { root: { borderRadius: 14, fontSize: 14 } } },
  MuiTooltip: { styleOverrides: { tooltip: { fontSize: 13, maxWidth: 360 } }, defaultProps: { arrow: true } },
  MuiMenuItem: { styleOverrides: { root: { minHeight: 36 } } },
  MuiAlert: { styleOverrides: { root: { fontSize: 15 } } },
};

/** The program's own dress: one deep green, 15 px text, 36 px rows, a 4 px grid, nothing that moves. */
export function makeTheme(contrast: Contrast): Theme {
  return createTheme({
    spacing: 4,
    shape: { borderRadius: 6 },
    palette: contrast === 'high' ? high : light,
    typography,
    components,
    transitions: { create: () => 'none' },
  });
}
