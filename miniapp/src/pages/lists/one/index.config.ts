export default definePageConfig({ navigationBarTitleText: '常用单' });
