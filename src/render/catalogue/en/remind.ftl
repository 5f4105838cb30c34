## remind
