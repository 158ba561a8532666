"""Signs of names whose family name comes first. Own compilation."""

FAMILIES = frozenset(
    """Ahn An Bae Bai Bak Cai Cao Chai Chan Chang Chen Cheng Cheung Chiang Cho Choe Choi Chow Chu Chung Cui
    Deng Ding Dong Du Fan Fang Feng Fu Gan Gao Gong Gu Guan Guo Han Hao He Ho Hong Hou Hu Hua Huang
    Hwang Hyun Jang Jeon Jeong Jia Jiang Jin Jo Joo Ju Jung Kang Kim Ko Kong Koo Kwon Lai Lam Lau Lee
    Lei Leung Li Liang Liao Lim Lin Ling Liu Long Lu Luo Lv Ma Mao Meng Min Mo Moon Na Nam Ng Nguyen Nie
    Noh Oh Pan Park Peng Pham Qi Qian Qiao Qin Qiu Qu Ren Rhee Ri Roh Ryu Seo Shao Shen Shi Shin Sim Sin
    Sohn Son Song Su Suh Sun Tan Tang Tao Tian Tong Tran Tsai Tsang Wan Wang Wei Wen Won Wong Wu Xi Xia
    Xiang Xiao Xie Xiong Xu Xue Yan Yang Yao Ye Yi Yin Yoo Yoon You Yu Yuan Yue Yun Zeng Zhai Zhan Zhang
    Zhao Zheng Zhong Zhou Zhu Zou""".split()
)
"""Family names of China, Korea and Vietnam in the spellings of the news."""

VIETNAMESE = frozenset(
    """Bui Cao Chau Dang Dao Dinh Do Doan Duong Ha Ho Hoang Huynh La Lam Le Luong Luu Ly Mac Mai Nghiem Ngo
    Nguyen Pham Phan Phung Quach Ta Thai To Ton Tran Trieu Trinh Truong Vo Vu Vuong""".split()
)
"""Family names of Vietnam, of which some are also words or given names elsewhere."""

SYLLABLE = (
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    r"(?:iang|iong|uang|ang|eng|ong|ing|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|a|e|i|o|u)"
)
"""A syllable of Chinese in Latin letters."""
