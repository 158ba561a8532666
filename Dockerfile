# docker build -t newslint . && docker run --rm -v "$PWD:/news" newslint check articles/
FROM python:3.13-slim-trixie AS build
WORKDIR /src
COPY . .
RUN pip install --no-cache-dir --disable-pip-version-check --prefix=/install .

FROM python:3.13-slim-trixie
COPY --from=build /install /usr/local
ENV PYTHONDONTWRITEBYTECODE=1 NEWSLINT_CACHE_DIR=/tmp/newslint NEWSLINT_DATA_DIR=/tmp/newslint-data
USER 1000:1000
WORKDIR /news
ENTRYPOINT ["newslint"]
CMD ["check"]
