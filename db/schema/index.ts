export * from './organisation'
export * from './need'
export * from './introduction'
export * from './service'
