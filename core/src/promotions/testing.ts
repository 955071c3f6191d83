export * from './flash/testing';
