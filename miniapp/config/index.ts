import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import devConfig from './dev';
import prodConfig from './prod';

const clientSource = path.resolve(__dirname, '../../bff/src');

/** Packages published in newer JavaScript than the oldest phones read. */
const modernPackages =
  /node_modules[\\/](@tanstack|ulid|hucre|@tarojs|@stencil|query-string|decode-uri-component|filter-obj|split-on-first)[\\/]/;

/** Taro looks for its React runtime from the root, where npm does not always put it. */
const reactRuntime = path.dirname(require.resolve('@tarojs/plugin-framework-react/package.json'));

/** What a browser has and a mini-program has not. */
const abortController = path.resolve(__dirname, '../src/platform/abort-controller.ts');

/** The icons of the tabs, which the mini-program names in its theme.json, where the build does not look for them. */
const tabIcons = { from: 'src/assets/tabbar/', to: 'dist/weapp/assets/tabbar/' };

/** What regions look like on a map; a browser asks for one when it is looked at. */
const shapes = { from: '../shapes/', to: 'dist/h5/shapes/', ignore: ['*.md'] };

const transpiled = (file: string) => file.startsWith(clientSource) || modernPackages.test(file);

export default defineConfig<'webpack5'>(async (merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'tongpan',
    date: '2026-11-22',
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    designWidth: 750,
    deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
    alias: {
      '@': path.resolve(__dirname, '../src'),
      '@tarojs/plugin-framework-react': reactRuntime,
    },
    plugins: ['@tarojs/plugin-html'],
    defineConstants: { API_BASE: JSON.stringify(process.env.TARO_APP_API_BASE ?? '') },
    copy: { patterns: process.env.TARO_ENV === 'weapp' ? [tabIcons] : [shapes], options: {} },
    sass: { resource: [path.resolve(__dirname, '../src/ui/tokens.scss')] },
    mini: {
      optimizeMainPackage: { enable: true },
      compile: { include: [transpiled] },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
      miniCssExtractPluginOption: { ignoreOrder: true },
      webpackChain(chain, webpack) {
        chain
          .plugin('abortController')
          .use(webpack.ProvidePlugin, [{ AbortController: [abortController, 'AbortController'] }]);
      },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'browser' },
      compile: { include: [transpiled] },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        // Past the width of a phone, screens gain room instead of bigger letters.
        pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 18, maxRootSize: 21 } },
        cssModules: { enable: false },
      },
      webpackChain(chain) {
        chain.optimization.splitChunks({
          chunks: 'all',
          maxInitialRequests: 8,
          cacheGroups: {
            default: false,
            defaultVendors: false,
            react: {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
              priority: 30,
              enforce: true,
            },
            taro: {
              name: 'taro',
              test: /node_modules[\\/](@tarojs|@stencil)[\\/]/,
              chunks: 'initial',
              priority: 20,
              enforce: true,
            },
            // What most pages share. What a few share stands in each of them: the first page loads nothing for others.
            screens: {
              name: 'screens',
              test: /miniapp[\\/]src[\\/](ui|features|platform)[\\/]/,
              minChunks: 6,
              priority: 15,
              enforce: true,
            },
            vendors: {
              name: 'vendors',
              test: /node_modules[\\/]/,
              minChunks: 2,
              priority: 10,
              enforce: true,
            },
          },
        });
      },
    },
  };
  return merge({}, base, process.env.NODE_ENV === 'development' ? devConfig : prodConfig);
});
