// One line a namespace, in the order of the alphabet; the same line goes into en.ts.
export { default as shell } from './zh/shell.json'
export { default as ui } from './zh/ui.json'
export { default as units } from './zh/units.json'
