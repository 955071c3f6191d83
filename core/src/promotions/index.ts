export * from './flash';
