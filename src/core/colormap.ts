import type { Colour } from './raster.ts';

/**
 * matplotlib's `inferno` (Nathaniel Smith and Stefan van der Walt, CC0): perceptually uniform, its lightness rises
 * throughout, so it reads the same in grey and for colour-blind eyes. The table is matplotlib 3.11's own, all 256
 * entries of red, green and blue, in base64: it deviates nowhere.
 *
 * A share's colour begins at `3 * Math.round(255 * share)`.
 */
export const inferno = Uint8Array.from(
  atob(
    [
      'AAADAAAEAAAGAQAHAQEJAQELAgEOAgIQAwISBAMUBAMWBQQYBgQbBwUdCAYfCQYhCgcjCwcmDQgoDggqDwktEAkvEgoyEwo0FAs2Fgs5Fws7GQs+',
      'GgtAHAxDHQxFHwxHIAxKIgtMJAtOJgtQJwtSKQtUKwpWLQpYLgpaMApcMgldNAlfNQlgNwlhOQliOwlkPAllPglmQAlmQQlnQwpoRQppRgppSAtq',
      'SgtqSwxrTQxrTw1sUA1sUg5sUw5tVQ9tVw9tWBBtWhFtWxFuXRJuXxJuYBNuYhRuYxRuZRVuZhVuaBZuahduaxdubRhubhhucBluchltcxptdRtt',
      'dhtteBxtehxtex1sfR1sfh5sgB9rgR9rgyBrhSBqhiFqiCFqiSJpiyJpjSNpjiRokCRokSVnkyVnlSZmliZmmCdlmShkmyhknCljniljoCpioSth',
      'oythpCxgpixfpy1fqS5eqy5drC9crjBbrzFbsTFasjJZtDNYtTNXtzRWuDVWujZVuzdUvTdTvjhSvzlRwTpQwjtPxDxOxT1Nxz5MyD5LyT9Ky0BJ',
      'zEFIzUJHz0RG0EVE0UZD0kdC1EhB1UlA1ko/10s+2U092k4720863FA53VI43lM331Q24FY04lcz41gy5Fox5Vsw5lwu5l4t518s6GEr6WIq6mQo',
      '62Un7Gcm7Wgl7Woj7mwi720h8G8f8HAe8XId8nQc8nUa83cZ83kY9HoW9XwV9X4U9oAS9oER94MQ94UO+IcN+IgM+IoL+YwJ+Y4I+ZAI+pEH+pMG',
      '+pUG+pcG+5kG+5sG+50G+54H+6AH+6II+6QK+6YL+6gN+6oO+6wQ+64S+7AU+7EW+7MY+7Ua+7cc+7ke+rsh+r0j+r8l+sEo+cMq+cUs+ccv+Mkx',
      '+Ms0+M03988699E89tM/9tVC9ddF9dlI9NtL9NxP895S8+BW8+JZ8uRd8uZg8ehk8elo8ets8e1w8e508fB58fJ98vOB8vSF8/aJ9PeN9fiR9vqV',
      '9/uZ+fyd+v2g/P6k',
    ].join(''),
  ),
  digit => digit.charCodeAt(0),
);

/** Colour of a share of the greatest heat, 0 (black) to 1 (pale yellow). Values outside are clipped. */
export const heatColour = (share: number): Colour => colours[Math.round(255 * Math.min(1, Math.max(0, share)))]!;

const colours = Array.from({ length: 256 }, (_, at): Colour => [...inferno.subarray(3 * at, 3 * at + 3)] as never);

/** Heat gained and heat lost: orange and blue, which no common colour blindness confuses. */
export const gained: Colour = [255, 145, 20];
export const lost: Colour = [70, 160, 255];

/** Colour of a change from -1 (lost) to 1 (gained), and how strongly to lay it on: not at all at 0, fully at the ends. */
export function changeColour(change: number): { readonly colour: Colour; readonly strength: number } {
  return { colour: change < 0 ? lost : gained, strength: Math.min(1, Math.abs(change)) };
}
