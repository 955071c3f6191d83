declare module 'swagger-ui-dist/absolute-path.js' {
  /** The folder the files of Swagger UI lie in. */
  export default function swaggerRoot(): string;
}
