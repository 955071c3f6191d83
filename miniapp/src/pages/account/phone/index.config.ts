export default definePageConfig({ navigationBarTitleText: '登录手机' });
