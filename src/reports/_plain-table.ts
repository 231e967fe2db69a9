import Table from 'cli-table3';

const bare = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Columns for a terminal, without lines or colours of their own. */
export const plainTable = (head: readonly string[]) =>
  new Table({ chars: bare, style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 }, head: [...head] });
