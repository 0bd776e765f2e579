/** Says whether the page is as narrow as on a phone, where nothing has room beside anything; styles say it by themselves. */
export function isPhoneWidth(): boolean {
  return window.matchMedia('(max-width: 640px)').matches
}
