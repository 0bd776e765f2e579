import { cookies } from 'next/headers'

const THEME_COOKIE = 'contour-theme'

/** The theme this browser chose; null: follow the system. */
export async function requestTheme(): Promise<'light' | 'dark' | null> {
  const theme = (await cookies()).get(THEME_COOKIE)?.value
  return theme === 'light' || theme === 'dark' ? theme : null
}
