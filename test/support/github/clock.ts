/** GitHub's clock. It stands still, except that every reading of it is a second later than the one before. */
export interface Clock {
  now(): Date;
  set(to: Date | string): void;
  advance(seconds: number): void;
}

export function clock(start: Date | string = '2026-03-02T09:00:00Z'): Clock {
  let at = new Date(start).getTime();
  return {
    now: () => {
      at += 1000;
      return new Date(at);
    },
    set: to => {
      at = new Date(to).getTime();
    },
    advance: seconds => {
      at += seconds * 1000;
    },
  };
}

/** As GitHub writes it: without milliseconds. */
export const timestamp = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');
