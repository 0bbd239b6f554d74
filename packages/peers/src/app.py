"""An application whose failures are those of FastAPI itself: the same source runs on pydantic 1 and on pydantic 2."""

from typing import List, Optional

from fastapi import FastAPI, HTTPException, Query
from pydantic import BaseModel, Field

app = FastAPI()


class Address(BaseModel):
    street: str


class Item(BaseModel):
    name: str = Field(..., min_length=3)
    size: int
    tags: List[str] = []
    address: Optional[Address] = None


@app.post("/items")
def make_item(item: Item):
    return item


@app.get("/things/{thing_id}")
def read_thing(thing_id: int, limit: int = Query(10, le=100)):
    return {"thing_id": thing_id, "limit": limit}


@app.get("/refused")
def refuse():
    raise HTTPException(403, "You may not do that")


@app.get("/conflict")
def conflict():
    raise HTTPException(409, {"message": "Record already exists", "field": "records.3.content", "conflicts": ["rec_9"]})


@app.get("/limited")
def limited():
    raise HTTPException(429, "Too many requests", headers={"Retry-After": "7", "X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "0"})


@app.get("/crash")
def crash():
    raise RuntimeError("unexpected")


@app.get("/well")
def well():
    return {"well": True}
