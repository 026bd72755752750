import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigation } from './navigation.tsx';
import { pageIcons } from './page-icons.ts';
import { pageGroups, pageOf, pagesFor, type Page, type PageGroup } from './pages.ts';
import { openGroups, wantedFirst } from './rail-groups.ts';
import { useRailKeys } from './rail-keys.ts';
import { useSession } from './session.tsx';

const ROW = 30;
const GAP = 4;
const PADDING = 8;
/** What a clerk needs all day is never folded away. */
const alwaysOpen: PageGroup = 'Việc hằng ngày';

/** A group that is its one page: the page's own row stands for it. */
const isOnePage = (group: PageGroup, entries: readonly Page[]): boolean =>
  entries.length === 1 && entries[0]?.title === group;

/**
 * The left rail: only what the role may do, only groups that have something in them. Groups open and close; what a
 * person opens stays open until log-out while there is room for it.
 */
export function Rail() {
  const { role } = useSession();
  const { page: current } = useNavigation();
  const nav = useRef<HTMLElement>(null);
  const height = useHeight(nav);
  const keys = useRailKeys(nav);
  const here = pageOf(current).group;
  const [at, setAt] = useState(current);
  const [wanted, setWanted] = useState<readonly PageGroup[]>(() => wantedFirst(pageGroups, here));
  if (at !== current) {
    setAt(current);
    setWanted(wantedFirst(wanted, here));
  }
  const allowed = pagesFor(role);
  const groups = pageGroups
    .map((name) => ({ name, entries: allowed.filter((page) => page.group === name) }))
    .filter(({ entries }) => entries.length > 0)
    .map((group) => ({ ...group, onePage: isOnePage(group.name, group.entries) }));
  const headings = groups.filter(({ onePage }) => !onePage).length;
  const room = Math.floor((height - 2 * PADDING - groups.length * GAP) / ROW) - headings;
  const open = openGroups(
    groups.map(({ name, entries, onePage }) => ({
      name,
      pages: entries.length,
      fixed: onePage || name === alwaysOpen,
    })),
    wanted,
    room,
  );
  const shown = groups.flatMap(({ name, entries }) => (open.has(name) ? entries : []));
  const isShown = (row: string) =>
    shown.some(({ key }) => key === row) || groups.some((one) => one.name === row);
  // The one row that Tab comes to: where the focus is, else the page that is shown, else the closed group that has it.
  const stop = [keys.focused, current, here].find((row) => row !== null && isShown(row));
  const toggle = (name: PageGroup) =>
    setWanted(open.has(name) ? wanted.filter((one) => one !== name) : wantedFirst(wanted, name));
  return (
    <Box
      component="nav"
      ref={nav}
      className="no-print"
      aria-label="Các trang"
      {...keys.handlers}
      sx={{
        gridArea: 'rail',
        overflowY: 'auto',
        py: `${PADDING}px`,
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'divider',
      }}
    >
      {groups.map(({ name, entries, onePage }) => (
        <Box key={name} sx={{ mb: `${GAP}px` }}>
          {onePage ? (
            <Heading className="sr-only">{name}</Heading>
          ) : name === alwaysOpen ? (
            <Heading>{name}</Heading>
          ) : (
            <GroupRow
              name={name}
              open={open.has(name)}
              here={here === name}
              stop={stop === name}
              onToggle={() => toggle(name)}
            />
          )}
          {open.has(name) &&
            entries.map((page) => <Entry key={page.key} page={page} stop={stop === page.key} />)}
        </Box>
      ))}
    </Box>
  );
}

/** How high an element is inside, in px; also after the window or a banner changed. */
function useHeight(element: React.RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(Infinity);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => setHeight(current.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return height;
}

function Heading({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return (
    <Typography
      component="h2"
      className={className ?? ''}
      sx={{ fontSize: 14, fontWeight: 600, lineHeight: `${ROW}px`, color: 'text.secondary', px: 4 }}
    >
      {children}
    </Typography>
  );
}

interface GroupRowProps {
  readonly name: PageGroup;
  readonly open: boolean;
  /** Whether the page that is shown is one of its own. */
  readonly here: boolean;
  readonly stop: boolean;
  readonly onToggle: () => void;
}

/** A group's name: opens and closes it. Closed, it says that the page that is shown is in it. */
function GroupRow({ name, open, here, stop, onToggle }: GroupRowProps) {
  const marked = here && !open;
  return (
    <Box component="h2" sx={{ m: 0, font: 'inherit' }}>
      <ButtonBase
        data-row={name}
        tabIndex={stop ? 0 : -1}
        aria-expanded={open}
        onClick={onToggle}
        sx={{
          ...rowStyle(marked),
          justifyContent: 'space-between',
          fontSize: 14,
          fontWeight: 600,
          color: marked ? 'primary.main' : 'text.secondary',
        }}
      >
        {name}
        <ExpandMoreOutlined fontSize="small" sx={open ? {} : { transform: 'rotate(-90deg)' }} />
      </ButtonBase>
    </Box>
  );
}

function Entry({ page, stop }: { readonly page: Page; readonly stop: boolean }) {
  const { page: current, navigate } = useNavigation();
  const Icon = pageIcons[page.key];
  const here = current === page.key;
  return (
    <ButtonBase
      data-row={page.key}
      data-group={page.group}
      tabIndex={stop ? 0 : -1}
      aria-current={here ? 'page' : undefined}
      onClick={() => navigate(page.key)}
      sx={{
        ...rowStyle(here),
        justifyContent: 'flex-start',
        gap: 2.5,
        whiteSpace: 'nowrap',
        fontWeight: here ? 600 : 400,
        color: here ? 'primary.main' : 'text.primary',
        '& svg': { color: here ? 'primary.main' : 'text.secondary' },
      }}
    >
      <Icon fontSize="small" />
      {page.title}
    </ButtonBase>
  );
}

const rowStyle = (marked: boolean) => ({
  width: '100%',
  height: ROW,
  pl: 3.25,
  pr: 3,
  borderLeft: 3,
  borderColor: marked ? 'primary.main' : 'transparent',
  bgcolor: marked ? 'soft' : 'transparent',
  font: 'inherit',
  outlineOffset: '-3px !important',
  '&:hover': { bgcolor: 'soft' },
});
