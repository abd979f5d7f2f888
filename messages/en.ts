// One line a namespace, in the order of the alphabet; the same line goes into zh.ts.
export { default as shell } from './en/shell.json'
export { default as ui } from './en/ui.json'
export { default as units } from './en/units.json'
