// One line a namespace, in the order of the alphabet; the same line goes into zh.ts.
export { default as domain } from './en/domain.json'
export { default as fields } from './en/fields.json'
export { default as refusals } from './en/refusals.json'
export { default as shell } from './en/shell.json'
export { default as trouble } from './en/trouble.json'
export { default as ui } from './en/ui.json'
export { default as units } from './en/units.json'
