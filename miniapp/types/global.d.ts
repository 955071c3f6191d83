/// <reference types="@tarojs/taro" />
declare module '*.png';
declare module '*.scss';
/** The server's base address; empty on H5, which the server itself serves. */
declare const API_BASE: string;
declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV: 'development' | 'production' | 'test';
    TARO_ENV: 'weapp' | 'h5';
  }
}
