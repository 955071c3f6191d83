import { theme as antd, type ThemeConfig } from 'antd';

const FONT =
  '-apple-system, BlinkMacSystemFont, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "WenQuanYi Zen Hei", "Segoe UI", sans-serif';

const light: ThemeConfig = {
  token: {
    colorPrimary: '#0f766e',
    // The derived tints of so dark a green turn grey; these keep its hue.
    colorPrimaryBg: '#e6f4f1',
    colorPrimaryBgHover: '#d3ebe6',
    colorPrimaryBorder: '#9ad0c8',
    colorPrimaryBorderHover: '#5fb0a5',
    colorPrimaryHover: '#0e7f76',
    colorPrimaryActive: '#0b5d57',
    colorInfoBg: '#e6f4f1',
    colorSuccessBg: '#eaf7ee',
    colorSuccessBorder: '#a9dcb8',
    colorWarningBg: '#fdf3e3',
    colorWarningBorder: '#f1cd96',
    colorErrorBg: '#fdf0f0',
    colorErrorBorder: '#f0b8b8',
    colorInfo: '#0f766e',
    colorLink: '#0f766e',
    colorSuccess: '#15803d',
    colorWarning: '#b45309',
    colorError: '#c62f2f',
    colorText: '#1f2a2e',
    colorTextSecondary: '#5b6a71',
    colorTextPlaceholder: '#6b787e',
    colorTextDescription: '#5b6a71',
    colorBorderSecondary: '#e3e8ea',
    colorBgLayout: '#f4f6f7',
    borderRadius: 6,
    fontSize: 13,
    fontSizeSM: 12,
    fontFamily: FONT,
  },
  components: {
    Table: {
      headerBg: '#f8fafa',
      rowHoverBg: '#f5f9f8',
      cellPaddingBlockSM: 8,
      headerSplitColor: 'transparent',
    },
    Layout: { siderBg: '#0c2b28', headerBg: '#ffffff', headerHeight: 52, headerPadding: '0 20px' },
    Menu: {
      darkItemBg: '#0c2b28',
      darkItemColor: '#b9cfcb',
      darkItemHoverBg: '#143d39',
      darkItemSelectedBg: '#0f766e',
      itemHeight: 38,
      itemBorderRadius: 6,
    },
    Tag: { defaultBg: '#f1f4f5' },
    Timeline: { itemPaddingBottom: 14 },
  },
};

/** The same hues by night: the brand's green is too dark to read on black, so text has a lighter one. */
const dark: ThemeConfig = {
  algorithm: antd.darkAlgorithm,
  token: {
    colorPrimary: '#127f76',
    colorInfo: '#127f76',
    colorLink: '#5ccfc2',
    colorLinkHover: '#8be0d6',
    colorSuccess: '#4cb873',
    colorWarning: '#e0a040',
    colorError: '#ff8080',
    colorText: '#e3eae9',
    colorTextSecondary: '#a3b3b1',
    colorTextDescription: '#a3b3b1',
    colorTextPlaceholder: '#94a3a1',
    colorBgLayout: '#0e1413',
    colorBgContainer: '#161d1c',
    colorBgElevated: '#1e2726',
    colorBorder: '#3a4746',
    colorBorderSecondary: '#2a3534',
    borderRadius: 6,
    fontSize: 13,
    fontSizeSM: 12,
    fontFamily: FONT,
  },
  components: {
    Table: {
      headerBg: '#1b2423',
      rowHoverBg: '#1d2827',
      cellPaddingBlockSM: 8,
      headerSplitColor: 'transparent',
    },
    Layout: { siderBg: '#0a201e', headerBg: '#161d1c', headerHeight: 52, headerPadding: '0 20px' },
    Menu: {
      darkItemBg: '#0a201e',
      darkItemColor: '#b9cfcb',
      darkItemHoverBg: '#143d39',
      darkItemSelectedBg: '#0f766e',
      itemHeight: 38,
      itemBorderRadius: 6,
    },
    Tabs: { itemSelectedColor: '#5ccfc2', itemHoverColor: '#8be0d6', itemActiveColor: '#5ccfc2' },
    Button: {
      dangerColor: '#2a0b0b',
      defaultHoverColor: '#8be0d6',
      defaultHoverBorderColor: '#5ccfc2',
      defaultActiveColor: '#8be0d6',
      defaultActiveBorderColor: '#5ccfc2',
    },
    Timeline: { itemPaddingBottom: 14 },
  },
};

/** Dense, calm, one brand colour. */
export const themeOf = (isDark: boolean) => (isDark ? dark : light);
