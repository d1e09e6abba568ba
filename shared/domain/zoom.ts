/** How large everything in the app's windows may be drawn, 1 = 100%. */
const zoomSteps = [0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const

/** The next size up or down from one, the same at the end; 0 is the normal one. */
export function stepZoom(zoom: number, by: 1 | -1 | 0): number {
  if (by === 0) return 1
  const next = by === 1 ? zoomSteps.find((step) => step > zoom) : zoomSteps.findLast((step) => step < zoom)
  return next ?? zoom
}
